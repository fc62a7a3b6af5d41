variable "enabled" {
  type = bool
}

resource "aws_cloudtrail" "switched_off" {
  name           = "switched-off"
  s3_bucket_name = "audit-logs"
  enable_logging = false
}

resource "aws_cloudtrail" "conditional" {
  count          = var.enabled ? 1 : 0
  name           = "conditional"
  s3_bucket_name = "audit-logs"
}

resource "aws_cloudtrail" "undecided" {
  name           = "undecided"
  s3_bucket_name = "audit-logs"
  enable_logging = var.enabled
}

resource "aws_cloudtrail" "kept" {
  name                  = "kept"
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = true
}

moved {
  from = aws_cloudtrail.moved
  to   = aws_cloudtrail.moved_here
}

resource "aws_cloudtrail" "moved_here" {
  s3_bucket_name = "audit-logs"
  name           = var.enabled ? "a" : "b"
}

resource "aws_cloudtrail" "another_address" {
  name           = "renamed"
  s3_bucket_name = "audit-logs"
}

resource "aws_cloudtrail" "counted" {
  count          = 1
  name           = var.enabled ? "c" : "d"
  s3_bucket_name = "audit-logs"
}
