variable "resource" {
  type = string
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "attach" {
  name = "attach"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:GetRole", "iam:AttachRolePolicy"], Resource = "*" }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "keys" {
  name = "keys"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:Create*", Resource = "arn:aws:iam::111122223333:user/*" }]
  })
}

# pass: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "path" {
  name = "path"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:AttachRolePolicy", Resource = "arn:aws:iam::111122223333:role/orders/*" }]
  })
}

# pass: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "bounded" {
  name = "bounded"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = ["iam:PutRolePolicy"]
      Resource  = "*"
      Condition = { StringEquals = { "iam:PermissionsBoundary" = "arn:aws:iam::111122223333:policy/bound" } }
    }]
  })
}

# pass: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "reading" {
  name = "reading"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["iam:Get*", "iam:List*"], Resource = "*" }]
  })
}

# open: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "given" {
  name = "given"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "iam:PutUserPolicy", Resource = var.resource }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "any_path" {
  name = "any_path"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:AttachRolePolicy"
      Resource = "arn:aws:iam::111122223333:role/?*"
    }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "every_action" {
  name = "every_action"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "iam:*"
      Resource = "arn:aws:iam::*:role/*"
    }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "all_but" {
  name = "all_but"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = "s3:*"
      Resource  = "arn:aws:iam::*:role/*"
    }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "others" {
  name = "others"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect      = "Allow"
      Action      = "iam:AttachRolePolicy"
      NotResource = "arn:aws:iam::111122223333:role/admin"
    }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "other_policy" {
  name = "other_policy"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:AttachRolePolicy"
      Resource  = "*"
      Condition = { StringNotEquals = { "iam:PolicyARN" = "arn:aws:iam::111122223333:policy/admin" } }
    }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "unbounded" {
  name = "unbounded"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:AttachRolePolicy"
      Resource  = "*"
      Condition = { Null = { "iam:PermissionsBoundary" = "true" } }
    }]
  })
}

# fail: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "managed" {
  name = "managed"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:AttachRolePolicy"
      Resource  = "*"
      Condition = { ArnLike = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/*" } }
    }]
  })
}

# pass: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "chosen" {
  name = "chosen"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "iam:AttachRolePolicy"
      Resource  = "*"
      Condition = { ArnEquals = { "iam:PolicyARN" = "arn:aws:iam::aws:policy/ReadOnlyAccess" } }
    }]
  })
}

# pass: aws-iam-policy-privilege-escalation
resource "aws_iam_policy" "all_but_iam" {
  name = "all_but_iam"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      NotAction = "iam:*"
      Resource  = "arn:aws:iam::*:role/*"
    }]
  })
}
