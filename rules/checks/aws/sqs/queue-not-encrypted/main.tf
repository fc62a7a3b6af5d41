variable "managed_encryption" {
  type = bool
}

# fail: aws-sqs-queue-not-encrypted
resource "aws_sqs_queue" "plain" {
  name = "plain"
  # fail: aws-sqs-queue-not-encrypted
  sqs_managed_sse_enabled = false
}

# pass: aws-sqs-queue-not-encrypted
resource "aws_sqs_queue" "default" {
  name = "default"
}

# pass: aws-sqs-queue-not-encrypted
resource "aws_sqs_queue" "managed" {
  name                    = "managed"
  sqs_managed_sse_enabled = true
}

# pass: aws-sqs-queue-not-encrypted
resource "aws_sqs_queue" "own_key" {
  name              = "own-key"
  kms_master_key_id = "alias/orders"
}

# open: aws-sqs-queue-not-encrypted
resource "aws_sqs_queue" "undecided" {
  name                    = "undecided"
  sqs_managed_sse_enabled = var.managed_encryption
}
