data "aws_caller_identity" "current" {}

variable "sender" {
  type = string
}

resource "aws_sns_topic" "events" {
  name = "events"
}

resource "aws_sns_topic" "orders" {
  name = "orders"
}

# fail: aws-sns-topic-policy-public
resource "aws_sns_topic_policy" "public" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "Anyone"
      Effect = "Allow"
      # fail: aws-sns-topic-policy-public
      Principal = { AWS = "*" }
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
    }]
  })
}

# A condition that holds when the key is missing restricts nobody.
# fail: aws-sns-topic-policy-public
resource "aws_sns_topic_policy" "if_exists" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
      Condition = { StringEqualsIfExists = { "aws:SourceAccount" = "111122223333" } }
    }]
  })
}

# Any account has a topic with this name.
# fail: aws-sns-topic-policy-public
resource "aws_sns_topic_policy" "any_account" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:*:events" } }
    }]
  })
}

data "aws_iam_policy_document" "sns" {
  statement {
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.orders.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }

  statement {
    sid       = "Events"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.orders.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_sns_topic.events.arn]
    }
  }
}

# fail: aws-sns-topic-policy-public
resource "aws_sns_topic_policy" "document" {
  arn = aws_sns_topic.orders.arn
  policy = data.aws_iam_policy_document.sns.json
}

# fail: aws-sns-topic-policy-public
resource "aws_sns_topic" "inline" {
  name   = "inline"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sns:*", Resource = "*" }] })
}

# open: aws-sns-topic-policy-public
resource "aws_sns_topic_policy" "unknown" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:Publish"
      Resource  = aws_sns_topic.orders.arn
      Condition = { StringEquals = { "aws:SourceAccount" = var.sender } }
    }]
  })
}

# pass: aws-sns-topic-policy-public
resource "aws_sns_topic_policy" "restricted" {
  arn = aws_sns_topic.orders.arn
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.orders.arn
        Condition = { ArnLike = { "aws:SourceArn" = "${aws_sns_topic.events.arn}*" } }
      },
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.orders.arn
        Condition = { StringEquals = { "AWS:SourceOwner" = data.aws_caller_identity.current.account_id } }
      },
      {
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sns:Publish"
        Resource  = aws_sns_topic.orders.arn
      },
    ]
  })
}
