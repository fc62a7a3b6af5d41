variable "acl" {
  type    = string
  default = "public-read"
}

variable "unknown_acl" {
  type = string
}

# pass: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "without" {
  bucket = "files-without"
}

# pass: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "logs" {
  bucket = "files-logs"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = "log-delivery-write"
}

# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "companion" {
  bucket = "files-companion"
}

resource "aws_s3_bucket_acl" "companion" {
  bucket = aws_s3_bucket.companion.id
  # fail: aws-s3-bucket-public-acl
  acl = "public-read-write"
}

# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "inline" {
  bucket = "files-inline"
  acl    = "public-read"
}

# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "by_default" {
  bucket = "files-by-default"
  # fail: aws-s3-bucket-public-acl
  acl = var.acl
}

# Everybody with an AWS account is everybody.
# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "authenticated" {
  bucket = "files-authenticated"
  acl    = "authenticated-read"
}

# open: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "unknown" {
  bucket = "files-unknown"
  acl    = var.unknown_acl
}

# The bucket ignores the list.
# pass: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "ignored" {
  bucket = "files-ignored"
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "ignored" {
  bucket                  = aws_s3_bucket.ignored.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

# pass: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "enforced" {
  bucket = "files-enforced"
  acl    = "public-read"
}

resource "aws_s3_bucket_ownership_controls" "enforced" {
  bucket = aws_s3_bucket.enforced.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

# A block that does not ignore lists leaves the old one in force.
# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "not_ignored" {
  bucket = "files-not-ignored"
  acl    = "public-read"
}

resource "aws_s3_bucket_public_access_block" "not_ignored" {
  bucket            = aws_s3_bucket.not_ignored.id
  block_public_acls = true
}

resource "aws_s3_bucket_ownership_controls" "not_ignored" {
  bucket = aws_s3_bucket.not_ignored.id

  rule {
    object_ownership = "BucketOwnerPreferred"
  }
}

# Grants to the group of all users.
# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "granted" {
  bucket = "files-granted"
}

resource "aws_s3_bucket_acl" "granted" {
  bucket = aws_s3_bucket.granted.id

  access_control_policy {
    owner {
      id = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
    }

    grant {
      permission = "FULL_CONTROL"

      grantee {
        id   = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
        type = "CanonicalUser"
      }
    }

    grant {
      permission = "READ"

      grantee {
        type = "Group"
        # fail: aws-s3-bucket-public-acl
        uri = "http://acs.amazonaws.com/groups/global/AllUsers"
      }
    }
  }
}

# fail: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "granted_inline" {
  bucket = "files-granted-inline"

  grant {
    type        = "Group"
    permissions = ["READ_ACP", "WRITE"]
    uri         = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"
  }
}

# pass: aws-s3-bucket-public-acl
resource "aws_s3_bucket" "logs_granted" {
  bucket = "files-logs-granted"

  grant {
    type        = "Group"
    permissions = ["WRITE"]
    uri         = "http://acs.amazonaws.com/groups/s3/LogDelivery"
  }

  grant {
    type        = "CanonicalUser"
    permissions = ["FULL_CONTROL"]
    id          = "c1daexampleaaf850ea79cf0430f33d72579fd1611c97f7ded193374c0b163b6"
  }
}
