variable "role" {
  type = string
}

variable "policy" {
  type = string
}

# fail: aws-iam-attachment-administrator-access
resource "aws_iam_role_policy_attachment" "admin" {
  role       = var.role
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

# fail: aws-iam-attachment-administrator-access
resource "aws_iam_user_policy_attachment" "iam" {
  user       = "build"
  policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
}

# fail: aws-iam-attachment-administrator-access
resource "aws_iam_policy_attachment" "everywhere" {
  name       = "everywhere"
  roles      = [var.role]
  groups     = ["developers"]
  policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
}

# pass: aws-iam-attachment-administrator-access
resource "aws_iam_group_policy_attachment" "readers" {
  group      = "readers"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

# open: aws-iam-attachment-administrator-access
resource "aws_iam_role_policy_attachment" "undecided" {
  role       = var.role
  policy_arn = var.policy
}

resource "aws_iam_role" "own" {
  name               = "own"
  assume_role_policy = "{\"Version\":\"2012-10-17\",\"Statement\":[]}"
}

# Judged with the role it is attached to.
resource "aws_iam_role_policy_attachment" "own" {
  role       = aws_iam_role.own.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}
