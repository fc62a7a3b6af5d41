data "aws_iam_policy_document" "everybody" {
  statement {
    sid       = "Use"
    actions   = ["kms:Decrypt"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}

# fail: aws-kms-key-policy-public
resource "aws_kms_key" "document" {
  policy = data.aws_iam_policy_document.everybody.json
}

# fail: aws-kms-key-policy-public
resource "aws_kms_key" "via_service" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "kms:*", Resource = "*", Principal = { AWS = "arn:aws:iam::111122223333:root" } },
      {
        Effect    = "Allow"
        Action    = "kms:Decrypt"
        Resource  = "*"
        Principal = { AWS = "*" }
        Condition = { StringEquals = { "kms:ViaService" = "sqs.eu-west-1.amazonaws.com" } }
      },
    ]
  })
}

# fail: aws-kms-key-policy-public
resource "aws_kms_key" "companion" {
  description = "companion"
}

resource "aws_kms_key_policy" "companion" {
  key_id = aws_kms_key.companion.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "kms:*", Resource = "*", Principal = "*" }]
  })
}

# pass: aws-kms-key-policy-public
resource "aws_kms_key" "caller_account" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "kms:Decrypt"
      Resource  = "*"
      Principal = { AWS = "*" }
      Condition = {
        StringEquals = {
          "kms:CallerAccount" = "111122223333"
          "kms:ViaService"    = "sqs.eu-west-1.amazonaws.com"
        }
      }
    }]
  })
}

# pass: aws-kms-key-policy-public
resource "aws_kms_key" "default" {
  description = "default"
}

variable "policy" {
  type = string
}

# open: aws-kms-key-policy-public
resource "aws_kms_key" "given" {
  policy = var.policy
}
