variable "validate" {
  type = bool
}

# fail: aws-cloudtrail-log-validation-off
resource "aws_cloudtrail" "absent" {
  name           = "absent"
  s3_bucket_name = "audit-logs"
}

# fail: aws-cloudtrail-log-validation-off
resource "aws_cloudtrail" "off" {
  name                       = "off"
  s3_bucket_name             = "audit-logs"
  # fail: aws-cloudtrail-log-validation-off
  enable_log_file_validation = "false"
}

# pass: aws-cloudtrail-log-validation-off
resource "aws_cloudtrail" "on" {
  name                       = "on"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = true
}

# open: aws-cloudtrail-log-validation-off
resource "aws_cloudtrail" "given" {
  name                       = "given"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = var.validate
}

# open: aws-cloudtrail-log-validation-off
resource "aws_cloudtrail" "ignored" {
  name                       = "ignored"
  s3_bucket_name             = "audit-logs"
  enable_log_file_validation = true

  lifecycle {
    ignore_changes = [enable_log_file_validation]
  }
}
