resource "aws_cloudtrail" "spare" {
  name                       = "spare"
  s3_bucket_name             = "audit-logs"
  is_multi_region_trail      = true
  enable_log_file_validation = true
}

moved {
  from = aws_cloudtrail.audit
  to   = aws_cloudtrail.spare
}
