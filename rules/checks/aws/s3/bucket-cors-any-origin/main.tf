variable "origin" {
  type = string
}

# fail: aws-s3-bucket-cors-any-origin
resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}

resource "aws_s3_bucket_cors_configuration" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  cors_rule {
    allowed_methods = ["GET"]
    allowed_origins = ["*"]
  }

  cors_rule {
    allowed_methods = ["PUT"]
    # fail: aws-s3-bucket-cors-any-origin
    allowed_origins = ["*"]
  }
}

# pass: aws-s3-bucket-cors-any-origin
resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

resource "aws_s3_bucket_cors_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = ["https://shop.example.com"]
  }
}

# open: aws-s3-bucket-cors-any-origin
resource "aws_s3_bucket" "given" {
  bucket = "given"
}

resource "aws_s3_bucket_cors_configuration" "given" {
  bucket = aws_s3_bucket.given.id

  cors_rule {
    allowed_methods = ["PUT"]
    allowed_origins = [var.origin]
  }
}
