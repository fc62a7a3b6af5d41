variable "encrypted" {
  type    = bool
  default = false
}

variable "unknown" {
  type = bool
}

# fail: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "off" {
  cluster_identifier = "off"
  engine             = "aurora-postgresql"
  # fail: aws-rds-cluster-storage-not-encrypted
  storage_encrypted = false
}

# fail: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "by_default" {
  cluster_identifier = "by-default"
  engine             = "aurora-mysql"
  storage_encrypted  = var.encrypted
}

# A Multi-AZ cluster of RDS is not encrypted by itself.
# fail: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "multi_az" {
  cluster_identifier        = "multi-az"
  engine                    = "postgres"
  db_cluster_instance_class = "db.m6gd.large"
  storage_encrypted         = null
}

# Aurora encrypts new clusters.
# pass: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "aurora" {
  cluster_identifier = "aurora"
  engine             = "aurora-postgresql"
}

# pass: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "on" {
  cluster_identifier = "on"
  engine             = "aurora-postgresql"
  storage_encrypted  = true
}

# pass: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "restored" {
  cluster_identifier  = "restored"
  engine              = "mysql"
  snapshot_identifier = "orders-2026-11-01"
}

# open: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "unknown" {
  cluster_identifier = "unknown"
  engine             = "aurora-postgresql"
  storage_encrypted  = var.unknown
}

# pass: aws-rds-cluster-storage-not-encrypted
resource "aws_rds_cluster" "serverless" {
  cluster_identifier = "serverless"
  engine             = "aurora-postgresql"
  engine_mode        = "serverless"
  storage_encrypted  = false
}
