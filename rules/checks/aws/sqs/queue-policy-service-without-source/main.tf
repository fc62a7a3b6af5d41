resource "aws_sqs_queue" "orders" {
  name = "orders"
}

data "aws_iam_policy_document" "anybody" {
  statement {
    sid       = "Topic"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.orders.arn]
    principals {
      type        = "Service"
      # fail: aws-sqs-queue-policy-service-without-source
      identifiers = ["sns.amazonaws.com"]
    }
  }
}

resource "aws_sqs_queue_policy" "anybody" {
  queue_url = aws_sqs_queue.orders.id
  policy    = data.aws_iam_policy_document.anybody.json
}

# pass: aws-sqs-queue-policy-service-without-source
resource "aws_sqs_queue_policy" "ours" {
  queue_url = aws_sqs_queue.orders.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "events.amazonaws.com" }
      Action    = "sqs:SendMessage"
      Resource  = aws_sqs_queue.orders.arn
      Condition = { ArnLike = { "AWS:SourceArn" = "arn:aws:events:eu-central-1:111122223333:rule/*" } }
    }]
  })
}
