# fail: aws-s3-bucket-public-access-block-missing
resource "aws_s3_bucket" "bare" {
  bucket = "example-bare"
}

# pass: aws-s3-bucket-public-access-block-missing
resource "aws_s3_bucket" "kept" {
  bucket = "example-kept"
}

resource "aws_s3_bucket_public_access_block" "kept" {
  bucket                  = aws_s3_bucket.kept.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

variable "guarded" {
  type = bool
}

# open: aws-s3-bucket-public-access-block-missing
resource "aws_s3_bucket" "perhaps" {
  bucket = "example-perhaps"
}

resource "aws_s3_bucket_public_access_block" "perhaps" {
  count                   = var.guarded ? 1 : 0
  bucket                  = aws_s3_bucket.perhaps.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}
