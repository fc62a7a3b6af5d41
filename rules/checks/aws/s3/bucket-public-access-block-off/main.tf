variable "block_public_policy" {
  type    = bool
  default = false
}

variable "is_website" {
  type = bool
}

# pass: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "without_block" {
  bucket = "orders-without-block"
}

# pass: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "private" {
  bucket = "orders-private"
}

resource "aws_s3_bucket_public_access_block" "private" {
  bucket                  = aws_s3_bucket.private.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# fail: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "all_off" {
  bucket = "orders-all-off"
}

resource "aws_s3_bucket_public_access_block" "all_off" {
  bucket                  = aws_s3_bucket.all_off.id
  block_public_acls       = false
  block_public_policy     = false
  ignore_public_acls      = false
  restrict_public_buckets = false
}

# A flag that is not written is off.
# fail: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "flags_missing" {
  bucket = "orders-flags-missing"
}

resource "aws_s3_bucket_public_access_block" "flags_missing" {
  bucket              = aws_s3_bucket.flags_missing.id
  block_public_acls   = true
  ignore_public_acls  = true
  block_public_policy = null
}

# fail: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "by_default" {
  bucket = "orders-by-default"
}

resource "aws_s3_bucket_public_access_block" "by_default" {
  bucket             = aws_s3_bucket.by_default.id
  block_public_acls  = true
  ignore_public_acls = true
  # fail: aws-s3-bucket-public-access-block-off
  block_public_policy     = var.block_public_policy
  restrict_public_buckets = true
}

# open: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "perhaps_website" {
  bucket = "orders-perhaps-website"
}

resource "aws_s3_bucket_public_access_block" "perhaps_website" {
  bucket                  = aws_s3_bucket.perhaps_website.id
  block_public_acls       = true
  block_public_policy     = !var.is_website
  ignore_public_acls      = true
  restrict_public_buckets = !var.is_website
}

# One flag is certainly off, whatever the variable says.
# fail: aws-s3-bucket-public-access-block-off
resource "aws_s3_bucket" "one_off" {
  bucket = "orders-one-off"
}

resource "aws_s3_bucket_public_access_block" "one_off" {
  bucket                  = aws_s3_bucket.one_off.bucket
  block_public_acls       = "false"
  block_public_policy     = var.is_website
  ignore_public_acls      = true
  restrict_public_buckets = true
}
