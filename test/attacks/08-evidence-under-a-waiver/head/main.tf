resource "aws_sns_topic" "payments" {
  name              = "payments"
  kms_master_key_id = "alias/payments"
}

resource "aws_sns_topic_policy" "payments" {
  arn = aws_sns_topic.payments.arn
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
