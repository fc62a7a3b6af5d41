variable "office" {
  type = string
}

variable "encrypt" {
  type = bool
}

resource "aws_kms_key" "orders" {
  description         = "orders"
  enable_key_rotation = false
}

resource "aws_sqs_queue" "orders" {
  for_each                = toset(["fast", "slow"])
  name                    = "orders-${each.key}"
  sqs_managed_sse_enabled = false
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Sid = "Anyone", Effect = "Allow", Principal = "*", Action = "sqs:SendMessage", Resource = "*" }]
  })
}

resource "aws_security_group" "office" {
  name = "office"
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.office]
  }
  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

resource "aws_s3_bucket" "photos" {
  bucket = "shop-photos"
}

resource "aws_s3_bucket_public_access_block" "photos" {
  bucket                  = aws_s3_bucket.photos.id
  block_public_acls       = true
  block_public_policy     = false
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.t4g.micro"
  storage_encrypted   = var.encrypt
  publicly_accessible = false
  password            = "hunter2hunter2"
}

module "archive" {
  source = "example.com/modules/archive/aws"
  name   = "archive"
}
