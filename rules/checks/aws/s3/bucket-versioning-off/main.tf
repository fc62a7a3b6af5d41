variable "status" {
  type = string
}

# fail: aws-s3-bucket-versioning-off
resource "aws_s3_bucket" "suspended" {
  bucket = "suspended"
}

resource "aws_s3_bucket_versioning" "suspended" {
  bucket = aws_s3_bucket.suspended.id

  versioning_configuration {
    # fail: aws-s3-bucket-versioning-off
    status = "Suspended"
  }
}

# pass: aws-s3-bucket-versioning-off
resource "aws_s3_bucket" "kept" {
  bucket = "kept"
}

resource "aws_s3_bucket_versioning" "kept" {
  bucket = aws_s3_bucket.kept.id

  versioning_configuration {
    status = "Enabled"
  }
}

# open: aws-s3-bucket-versioning-off
resource "aws_s3_bucket" "given" {
  bucket = "given"
}

resource "aws_s3_bucket_versioning" "given" {
  bucket = aws_s3_bucket.given.id

  versioning_configuration {
    status = var.status
  }
}
