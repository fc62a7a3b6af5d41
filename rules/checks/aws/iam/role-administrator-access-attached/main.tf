data "aws_partition" "current" {}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

variable "extra_policies" {
  type    = list(string)
  default = ["arn:aws:iam::aws:policy/IAMFullAccess"]
}

variable "boundary" {
  type = string
}

# fail: aws-iam-role-administrator-access-attached
resource "aws_iam_role" "attached" {
  name               = "attached"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "attached" {
  role       = aws_iam_role.attached.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/AdministratorAccess"
}

# fail: aws-iam-role-administrator-access-attached
resource "aws_iam_role" "inline_list" {
  name                = "inline-list"
  assume_role_policy  = data.aws_iam_policy_document.trust.json
  managed_policy_arns = concat(["arn:aws:iam::aws:policy/ReadOnlyAccess"], ["arn:aws:iam::aws:policy/PowerUserAccess"])
}

# fail: aws-iam-role-administrator-access-attached
resource "aws_iam_user" "build" {
  name = "build"
}

resource "aws_iam_user_policy_attachment" "build" {
  for_each   = toset(var.extra_policies)
  user       = aws_iam_user.build.name
  policy_arn = each.value
}

resource "aws_iam_policy" "orders" {
  name = "orders"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sqs:SendMessage", Resource = "arn:aws:sqs:eu-west-1:111122223333:orders" }]
  })
}

# pass: aws-iam-role-administrator-access-attached
resource "aws_iam_role" "own_policy" {
  name                 = "own-policy"
  assume_role_policy   = data.aws_iam_policy_document.trust.json
  permissions_boundary = var.boundary
}

resource "aws_iam_role_policy_attachment" "own_policy" {
  role       = aws_iam_role.own_policy.name
  policy_arn = aws_iam_policy.orders.arn
}

# pass: aws-iam-role-administrator-access-attached
resource "aws_iam_group" "readers" {
  name = "readers"
}

# open: aws-iam-role-administrator-access-attached
resource "aws_iam_role" "given" {
  name                = "given"
  assume_role_policy  = data.aws_iam_policy_document.trust.json
  managed_policy_arns = [var.boundary]
}
