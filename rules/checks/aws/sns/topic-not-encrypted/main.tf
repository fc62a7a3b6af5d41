variable "key" {
  type    = string
  default = ""
}

variable "key_or_null" {
  type    = string
  default = null
}

variable "unknown_key" {
  type = string
}

variable "encrypt" {
  type = bool
}

resource "aws_kms_key" "topics" {
  enable_key_rotation = true
}

# fail: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "plain" {
  name = "plain"
}

# fail: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "empty_default" {
  name = "empty-default"
  # fail: aws-sns-topic-not-encrypted
  kms_master_key_id = var.key
}

# fail: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "null_default" {
  name              = "null-default"
  kms_master_key_id = var.key_or_null
}

# pass: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "own_key" {
  name              = "own-key"
  kms_master_key_id = aws_kms_key.topics.id
}

# pass: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "managed_key" {
  for_each          = toset(["orders", "invoices"])
  name              = each.key
  kms_master_key_id = "alias/aws/sns"
}

# open: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "unknown" {
  name              = "unknown"
  kms_master_key_id = var.unknown_key
}

# open: aws-sns-topic-not-encrypted
resource "aws_sns_topic" "perhaps" {
  name              = "perhaps"
  kms_master_key_id = var.encrypt ? aws_kms_key.topics.id : null
}
