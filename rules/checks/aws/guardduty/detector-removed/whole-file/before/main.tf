# fail: aws-guardduty-detector-removed
resource "aws_guardduty_detector" "only" {
  enable = true
}
