variable "mutability" {
  type = string
}

# fail: aws-ecr-repository-tags-mutable
resource "aws_ecr_repository" "silent" {
  name = "silent"
}

# pass: aws-ecr-repository-tags-mutable
resource "aws_ecr_repository" "fixed" {
  name                 = "fixed"
  image_tag_mutability = "IMMUTABLE"
}

# open: aws-ecr-repository-tags-mutable
resource "aws_ecr_repository" "given" {
  name                 = "given"
  image_tag_mutability = var.mutability
}
