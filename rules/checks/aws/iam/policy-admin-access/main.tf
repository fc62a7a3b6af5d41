data "aws_iam_policy_document" "admin" {
  statement {
    sid       = "Everything"
    actions   = ["*"]
    resources = ["*"]
  }
}

# fail: aws-iam-policy-admin-access
resource "aws_iam_policy" "document" {
  name   = "document"
  policy = data.aws_iam_policy_document.admin.json
}

variable "actions" {
  type    = list(string)
  default = ["logs:PutLogEvents", "*:*"]
}

# fail: aws-iam-policy-admin-access
resource "aws_iam_role_policy" "encoded" {
  name = "encoded"
  role = "orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = var.actions
      Resource = "*"
    }]
  })
}

# fail: aws-iam-policy-admin-access
resource "aws_iam_user_policy" "text" {
  name   = "text"
  user   = "build"
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Sid": "Logs", "Effect": "Allow", "Action": "logs:PutLogEvents", "Resource": "*" },
        { "Sid": "Most", "Effect": "Allow", "NotAction": "iam:*", "Resource": ["arn:aws:*"] }
      ]
    }
  JSON
}

# fail: aws-iam-policy-admin-access
resource "aws_iam_group_policy" "all_but_one_bucket" {
  name  = "all-but-one-bucket"
  group = "developers"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect      = "Allow"
      Action      = "*"
      NotResource = "arn:aws:s3:::payments"
    }
  })
}

# fail: aws-iam-policy-admin-access
resource "aws_iam_role_policy" "from_file" {
  name   = "from-file"
  role   = "orders"
  policy = file("${path.module}/admin-policy.txt")
}

# pass: aws-iam-policy-admin-access
resource "aws_iam_policy" "orders" {
  name = "orders"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["dynamodb:*"], Resource = "arn:aws:dynamodb:*:*:table/orders" },
      { Effect = "Deny", Action = "*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
      { Effect = "Deny", NotAction = "iam:*", Resource = "*" },
    ]
  })
}

variable "action" {
  type = string
}

# open: aws-iam-policy-admin-access
resource "aws_iam_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = [var.action, "sqs:SendMessage"], Resource = "*" }]
  })
}

# pass: aws-iam-policy-admin-access
resource "aws_iam_policy" "given_for_one" {
  name = "given-for-one"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "s3:${var.action}", Resource = "*" }]
  })
}
