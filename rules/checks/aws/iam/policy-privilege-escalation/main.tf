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
