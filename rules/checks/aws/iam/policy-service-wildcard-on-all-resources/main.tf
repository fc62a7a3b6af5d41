# fail: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_role_policy" "buckets" {
  name = "buckets"
  role = "orders"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:*", "sqs:SendMessage"], Resource = ["*"] }]
  })
}

data "aws_iam_policy_document" "tables" {
  statement {
    actions   = ["dynamodb:*"]
    resources = ["arn:aws:dynamodb:*:*:*"]
  }
}

# fail: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "tables" {
  name   = "tables"
  policy = data.aws_iam_policy_document.tables.json
}

# fail: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "everything_of_s3" {
  name   = "everything-of-s3"
  policy = "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"arn:aws:s3:::*\"}}"
}

resource "aws_s3_bucket" "orders" {
  bucket = "orders"
}

resource "aws_cloudwatch_log_group" "orders" {
  name = "orders"
}

# pass: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "own_bucket" {
  name = "own-bucket"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:*", Resource = [aws_s3_bucket.orders.arn, "${aws_s3_bucket.orders.arn}/*"] },
      { Effect = "Allow", Action = "logs:*", Resource = "${aws_cloudwatch_log_group.orders.arn}:*" },
      { Effect = "Allow", Action = ["ec2:Describe*", "s3:ListAllMyBuckets"], Resource = "*" },
    ]
  })
}

# Reported as administrator access.
# pass: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "admin" {
  name = "admin"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

variable "resource" {
  type = string
}

# open: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sns:*", Resource = var.resource }]
  })
}

# fail: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "others" {
  name = "others"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect      = "Allow"
      Action      = "iam:*"
      NotResource = "arn:aws:s3:::orders"
    }]
  })
}

# fail: aws-iam-policy-service-wildcard-on-all-resources
resource "aws_iam_policy" "cut" {
  name = "cut"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*"
      Resource = "arn:aws:iam:*"
    }]
  })
}
