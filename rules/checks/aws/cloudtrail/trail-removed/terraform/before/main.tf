variable "enabled" {
  type = bool
}

# fail: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "deleted" {
  name           = "deleted"
  s3_bucket_name = "audit-logs"
}

# fail: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "switched_off" {
  name           = "switched-off"
  s3_bucket_name = "audit-logs"
  enable_logging = true
}

# fail: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "conditional" {
  name           = "conditional"
  s3_bucket_name = "audit-logs"
}

# fail: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "undecided" {
  name           = "undecided"
  s3_bucket_name = "audit-logs"
}

# pass: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "kept" {
  name           = "kept"
  s3_bucket_name = "audit-logs"
}

# pass: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "moved" {
  s3_bucket_name = "audit-logs"
  name           = var.enabled ? "a" : "b"
}

# pass: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "renamed" {
  name           = "renamed"
  s3_bucket_name = "audit-logs"
}

# pass: aws-cloudtrail-trail-removed
resource "aws_cloudtrail" "counted" {
  name           = var.enabled ? "c" : "d"
  s3_bucket_name = "audit-logs"
}

# Was not certain before either.
resource "aws_cloudtrail" "never_certain" {
  count          = var.enabled ? 1 : 0
  name           = "never-certain"
  s3_bucket_name = "audit-logs"
}

# Recorded nothing.
resource "aws_cloudtrail" "off" {
  name           = "off"
  s3_bucket_name = "audit-logs"
  enable_logging = false
}
