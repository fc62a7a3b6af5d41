variable "rotate" {
  type    = bool
  default = false
}

variable "spec" {
  type = string
}

# fail: aws-kms-key-rotation-off
resource "aws_kms_key" "absent" {
  description = "absent"
}

# fail: aws-kms-key-rotation-off
resource "aws_kms_key" "null" {
  enable_key_rotation = null
}

# fail: aws-kms-key-rotation-off
resource "aws_kms_key" "off" {
  customer_master_key_spec = "SYMMETRIC_DEFAULT"
  # fail: aws-kms-key-rotation-off
  enable_key_rotation      = var.rotate
}

# pass: aws-kms-key-rotation-off
resource "aws_kms_key" "rotated" {
  enable_key_rotation = true
}

# Signing keys cannot rotate by themselves.
resource "aws_kms_key" "signing" {
  customer_master_key_spec = "ECC_NIST_P256"
  key_usage                = "SIGN_VERIFY"
}

# open: aws-kms-key-rotation-off
resource "aws_kms_key" "given" {
  customer_master_key_spec = var.spec
}

# pass: aws-kms-key-rotation-off
resource "aws_kms_key" "given_but_rotated" {
  customer_master_key_spec = var.spec
  enable_key_rotation      = true
}
