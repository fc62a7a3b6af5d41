variable "instance" {
  type = string
}

variable "policy" {
  type = string
}

# fail: aws-sso-permission-set-administrator-access
resource "aws_ssoadmin_managed_policy_attachment" "admin" {
  instance_arn       = var.instance
  managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  permission_set_arn = "${var.instance}/ps-1"
}

# pass: aws-sso-permission-set-administrator-access
resource "aws_ssoadmin_managed_policy_attachment" "readers" {
  instance_arn       = var.instance
  managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  permission_set_arn = "${var.instance}/ps-1"
}

# open: aws-sso-permission-set-administrator-access
resource "aws_ssoadmin_managed_policy_attachment" "undecided" {
  instance_arn       = var.instance
  managed_policy_arn = var.policy
  permission_set_arn = "${var.instance}/ps-1"
}
