variable "role" {
  type = string
}

variable "policy" {
  type = string
}

# fail: aws-iam-exclusive-attachments-administrator-access
resource "aws_iam_role_policy_attachments_exclusive" "admin" {
  role_name   = var.role
  policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
}

# pass: aws-iam-exclusive-attachments-administrator-access
resource "aws_iam_group_policy_attachments_exclusive" "readers" {
  group_name  = "readers"
  policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

# open: aws-iam-exclusive-attachments-administrator-access
resource "aws_iam_user_policy_attachments_exclusive" "undecided" {
  user_name   = "build"
  policy_arns = [var.policy]
}
