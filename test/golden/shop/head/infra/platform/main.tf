# What every service of the shop stands on: network, keys, audit trail.
terraform {
  required_version = ">= 1.9"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.80.0"
    }
  }
}

variable "region" {
  type    = string
  default = "eu-central-1"
}

variable "office_cidr" {
  type    = string
  default = "198.51.100.0/24"
}

provider "aws" {
  region = var.region
}

resource "aws_vpc" "shop" {
  cidr_block           = "10.20.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "private" {
  for_each          = { a = "10.20.0.0/20", b = "10.20.16.0/20" }
  vpc_id            = aws_vpc.shop.id
  cidr_block        = each.value
  availability_zone = "${var.region}${each.key}"
}

resource "aws_kms_key" "shop" {
  description         = "Data of the shop"
  enable_key_rotation = true
}

resource "aws_kms_alias" "shop" {
  name          = "alias/shop"
  target_key_id = aws_kms_key.shop.key_id
}

resource "aws_s3_bucket" "audit" {
  bucket = "shop-audit-logs"
}

resource "aws_s3_bucket_public_access_block" "audit" {
  bucket                  = aws_s3_bucket.audit.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_versioning" "audit" {
  bucket = aws_s3_bucket.audit.id
  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_cloudtrail" "shop" {
  name                          = "shop"
  s3_bucket_name                = aws_s3_bucket.audit.id
  is_multi_region_trail         = true
  include_global_service_events = true
  kms_key_id                    = aws_kms_key.shop.arn
}

resource "aws_security_group" "bastion" {
  name        = "shop-bastion"
  description = "Operators from the office"
  vpc_id      = aws_vpc.shop.id

  ingress {
    description = "SSH from the office"
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = [var.office_cidr, "0.0.0.0/0"]
  }
}

resource "aws_guardduty_detector" "shop" {
  enable = true
}
