resource "aws_db_instance" "orders" {
  identifier          = "orders"
  engine              = "postgres"
  instance_class      = "db.t4g.medium"
  allocated_storage   = 20
  username            = "orders"
  deletion_protection = true

  manage_master_user_password = true
  storage_encrypted           = false
  publicly_accessible         = true
}
