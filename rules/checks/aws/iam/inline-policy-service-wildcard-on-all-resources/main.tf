# fail: aws-iam-inline-policy-service-wildcard-on-all-resources
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "codebuild.amazonaws.com" } }]
  })

  inline_policy {
    name = "everything"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }]
    })
  }

  inline_policy {
    name = "logs"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "logs:PutLogEvents", Resource = "*" }]
    })
  }
}

# pass: aws-iam-inline-policy-service-wildcard-on-all-resources
resource "aws_iam_role" "orders" {
  name = "orders"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

variable "statements" {
  type = any
}

# open: aws-iam-inline-policy-service-wildcard-on-all-resources
resource "aws_iam_role" "given" {
  name               = "given"
  assume_role_policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"

  inline_policy {
    name   = "given"
    policy = jsonencode({ Version = "2012-10-17", Statement = var.statements })
  }
}
