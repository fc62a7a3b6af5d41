variable "restrict" {
  type    = bool
  default = false
}

variable "unknown" {
  type = bool
}

data "aws_s3_bucket" "shared" {
  bucket = "shared"
}

# fail: aws-s3-public-access-block-off
resource "aws_s3_account_public_access_block" "off" {
  block_public_acls = true
  # fail: aws-s3-public-access-block-off
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# pass: aws-s3-public-access-block-off
resource "aws_s3_account_public_access_block" "on" {
  account_id              = "111122223333"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# A flag that is not written is off.
# fail: aws-s3-public-access-block-off
resource "aws_s3_bucket_public_access_block" "elsewhere" {
  bucket              = data.aws_s3_bucket.shared.id
  block_public_acls   = true
  block_public_policy = true
  ignore_public_acls  = true
}

# fail: aws-s3-public-access-block-off
resource "aws_s3_bucket_public_access_block" "by_default" {
  bucket                  = "by-name"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = var.restrict
}

# open: aws-s3-public-access-block-off
resource "aws_s3_bucket_public_access_block" "unknown" {
  bucket                  = "by-another-name"
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = var.unknown
}

# Judged with its bucket.
resource "aws_s3_bucket" "own" {
  bucket = "own"
}

resource "aws_s3_bucket_public_access_block" "own" {
  bucket = aws_s3_bucket.own.id
}
