variable "resource" {
  type = string
}

# fail: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "any" {
  name = "any"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["lambda:CreateFunction", "iam:PassRole"], Resource = "*" }]
  })
}

# fail: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "roles" {
  name = "roles"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:Pass*", Resource = "arn:aws:iam::111122223333:role/*" }]
  })
}

# pass: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "one" {
  name = "one"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/orders-task" }]
  })
}

# pass: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "service" {
  name = "service"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = "*"
      Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
    }]
  })
}

# pass: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "denied" {
  name = "denied"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "iam:PassRole", Resource = "*" }]
  })
}

# open: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = var.resource }]
  })
}

# fail: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "stars" {
  name = "stars"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = "arn:aws:iam::*:r*"
    }]
  })
}

# fail: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "others" {
  name = "others"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect      = "Allow"
      Action      = "iam:PassRole"
      NotResource = "arn:aws:iam::111122223333:role/admin"
    }]
  })
}

# fail: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "any_service" {
  name = "any_service"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = "*"
      Condition = { StringLike = { "iam:PassedToService" = ["lambda.amazonaws.com", "*"] } }
    }]
  })
}

# fail: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "every_service" {
  name = "every_service"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:PassRole"
      Resource  = "*"
      Condition = { StringLike = { "iam:PassedToService" = "*.amazonaws.com" } }
    }]
  })
}

# pass: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "but_roles" {
  name = "but_roles"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect      = "Allow"
      Action      = "iam:PassRole"
      NotResource = "arn:aws:iam::111122223333:role/*"
    }]
  })
}

# pass: aws-iam-policy-pass-role-on-all-resources
resource "aws_iam_policy" "family" {
  name = "family"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:PassRole"
      Resource = "arn:aws:iam::111122223333:role/orders-*"
    }]
  })
}
