variable "status" {
  type = string
}

# fail: aws-iam-access-key
resource "aws_iam_access_key" "build" {
  user = "build"
}

# pass: aws-iam-access-key
resource "aws_iam_access_key" "retired" {
  user   = "build"
  status = "Inactive"
}

# open: aws-iam-access-key
resource "aws_iam_access_key" "given" {
  user   = "build"
  status = var.status
}
