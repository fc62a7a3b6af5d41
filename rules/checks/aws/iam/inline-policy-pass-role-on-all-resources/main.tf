variable "statements" {
  type = any
}

# fail: aws-iam-inline-policy-pass-role-on-all-resources
resource "aws_iam_role" "deploy" {
  name = "deploy"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "codebuild.amazonaws.com" } }]
  })

  inline_policy {
    name = "everybody"
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [
        { Effect = "Allow", Action = "logs:PutLogEvents", Resource = "*" },
        { Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/*" },
      ]
    })
  }
}

# pass: aws-iam-inline-policy-pass-role-on-all-resources
resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"

  inline_policy {
    name = "own"
    policy = jsonencode({
      Version   = "2012-10-17"
      Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/orders/*" }]
    })
  }
}

# open: aws-iam-inline-policy-pass-role-on-all-resources
resource "aws_iam_role" "given" {
  name               = "given"
  assume_role_policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"

  inline_policy {
    name   = "given"
    policy = jsonencode({ Version = "2012-10-17", Statement = var.statements })
  }
}
