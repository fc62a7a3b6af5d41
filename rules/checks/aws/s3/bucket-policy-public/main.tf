data "aws_caller_identity" "current" {}

variable "reader" {
  type = string
}

variable "reader_by_default" {
  type    = string
  default = "*"
}

resource "aws_s3_bucket" "files" {
  bucket = "shop-files"
}

resource "aws_iam_role" "reader" {
  name = "reader"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }]
  })
}

# fail: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "encoded" {
  bucket = aws_s3_bucket.files.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Read"
        Effect = "Allow"
        # fail: aws-s3-bucket-policy-public
        Principal = "*"
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.files.arn}/*"
      },
    ]
  })
}

# fail: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "heredoc" {
  bucket = aws_s3_bucket.files.id
  policy = <<-POLICY
    {
      "Version": "2012-10-17",
      "Statement": {
        "Effect": "Allow",
        "Principal": { "AWS": ["arn:aws:iam::111122223333:root", "*"] },
        "Action": ["s3:GetObject", "s3:PutObject"],
        "Resource": "${aws_s3_bucket.files.arn}/*"
      }
    }
  POLICY
}

data "aws_iam_policy_document" "public" {
  statement {
    sid       = "Read"
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.files.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["true"]
    }
  }
}

# fail: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "document" {
  bucket = aws_s3_bucket.files.id
  policy = data.aws_iam_policy_document.public.json
}

# Everybody but one is everybody.
# fail: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "but_one" {
  bucket = aws_s3_bucket.files.id
  policy = jsonencode({
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/intern" }
      Action       = "s3:*"
      Resource     = "*"
    }]
  })
}

# fail: aws-s3-bucket-policy-public
resource "aws_s3_bucket" "with_policy" {
  bucket = "shop-with-policy"
  policy = "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::shop-with-policy/*\"}]}"
}

# fail: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "by_default" {
  bucket = aws_s3_bucket.files.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.reader_by_default }
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

# open: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "unknown" {
  bucket = aws_s3_bucket.files.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.reader }
      Action    = "s3:GetObject"
      Resource  = "${aws_s3_bucket.files.arn}/*"
    }]
  })
}

# pass: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "role" {
  bucket = aws_s3_bucket.files.id
  policy = jsonencode({
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = aws_iam_role.reader.arn }
        Action    = "s3:GetObject"
        Resource  = "${aws_s3_bucket.files.arn}/*"
      },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.files.arn, "${aws_s3_bucket.files.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

data "aws_iam_policy_document" "own_account" {
  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.files.arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${data.aws_caller_identity.current.account_id}:root"]
    }
  }

  statement {
    actions   = ["s3:GetObject"]
    resources = ["${aws_s3_bucket.files.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalAccount"
      values   = [data.aws_caller_identity.current.account_id]
    }
  }
}

# pass: aws-s3-bucket-policy-public
resource "aws_s3_bucket_policy" "own_account" {
  bucket = aws_s3_bucket.files.id
  policy = data.aws_iam_policy_document.own_account.json
}
