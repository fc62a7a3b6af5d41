data "aws_caller_identity" "current" {}

variable "sender" {
  type = string
}

resource "aws_sns_topic" "events" {
  name = "events"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# fail: aws-sqs-queue-policy-public
resource "aws_sqs_queue_policy" "public" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid    = "Anyone"
      Effect = "Allow"
      # fail: aws-sqs-queue-policy-public
      Principal = { AWS = "*" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
    }]
  })
}

# A condition that holds when the key is missing restricts nobody.
# fail: aws-sqs-queue-policy-public
resource "aws_sqs_queue_policy" "if_exists" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
      Condition = { StringEqualsIfExists = { "aws:SourceAccount" = "111122223333" } }
    }]
  })
}

# Any account has a topic with this name.
# fail: aws-sqs-queue-policy-public
resource "aws_sqs_queue_policy" "any_account" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
      Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:sns:*:*:events" } }
    }]
  })
}

data "aws_iam_policy_document" "sqs" {
  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.arn]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }

  statement {
    sid       = "Events"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.arn]

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

# fail: aws-sqs-queue-policy-public
resource "aws_sqs_queue_policy" "document" {
  queue_url = aws_sqs_queue.orders.id
  policy = data.aws_iam_policy_document.sqs.json
}

# fail: aws-sqs-queue-policy-public
resource "aws_sqs_queue" "inline" {
  name   = "inline"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "sqs:*", Resource = "*" }] })
}

# open: aws-sqs-queue-policy-public
resource "aws_sqs_queue_policy" "unknown" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
      Condition = { StringEquals = { "aws:SourceAccount" = var.sender } }
    }]
  })
}

# pass: aws-sqs-queue-policy-public
resource "aws_sqs_queue_policy" "restricted" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.orders.arn
        Condition = { ArnLike = { "aws:SourceArn" = "${aws_sns_topic.events.arn}*" } }
      },
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.orders.arn
        Condition = { StringEquals = { "AWS:SourceOwner" = data.aws_caller_identity.current.account_id } }
      },
      {
        Effect    = "Allow"
        Principal = { Service = "events.amazonaws.com" }
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.orders.arn
      },
    ]
  })
}
