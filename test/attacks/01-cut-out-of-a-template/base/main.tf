resource "aws_iam_role" "worker" {
  name = "worker"
}
