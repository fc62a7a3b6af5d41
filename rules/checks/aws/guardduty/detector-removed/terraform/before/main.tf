# fail: aws-guardduty-detector-removed
resource "aws_guardduty_detector" "deleted" {
  enable = true
}

# fail: aws-guardduty-detector-removed
resource "aws_guardduty_detector" "switched_off" {}

# fail: aws-guardduty-detector-removed
resource "aws_guardduty_detector" "conditional" {
  enable = null
}

# pass: aws-guardduty-detector-removed
resource "aws_guardduty_detector" "kept" {
  enable = true
}

# Watched nothing.
resource "aws_guardduty_detector" "off" {
  enable = false
}
