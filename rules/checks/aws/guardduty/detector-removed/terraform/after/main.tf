variable "regions" {
  type = set(string)
}

resource "aws_guardduty_detector" "switched_off" {
  enable = false
}

resource "aws_guardduty_detector" "conditional" {
  for_each = var.regions
  enable   = true
}

resource "aws_guardduty_detector" "kept" {
  enable                       = true
  finding_publishing_frequency = "ONE_HOUR"
}
