resource "aws_sns_topic" "refunds" {
  name              = "refunds"
  kms_master_key_id = "alias/refunds"
}

resource "aws_sns_topic_policy" "refunds" {
  arn = aws_sns_topic.refunds.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "Partners"
      Effect    = "Allow"
      Principal = "*"
      Action    = "sns:*"
      Resource  = "*"
    }]
  })
}
