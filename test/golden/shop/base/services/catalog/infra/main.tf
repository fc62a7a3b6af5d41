# Catalog: a container behind a load balancer, PostgreSQL, a bucket of pictures.
variable "vpc_id" {
  type = string
}

variable "subnets" {
  type = list(string)
}

resource "aws_security_group" "catalog" {
  name        = "catalog"
  description = "Catalog tasks"
  vpc_id      = var.vpc_id

  ingress {
    description = "From the load balancer's subnets"
    from_port   = 8080
    to_port     = 8080
    protocol    = "tcp"
    cidr_blocks = ["10.20.0.0/16"]
  }
}

resource "aws_security_group" "database" {
  name        = "catalog-database"
  description = "PostgreSQL of the catalog"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "database" {
  security_group_id            = aws_security_group.database.id
  referenced_security_group_id = aws_security_group.catalog.id
  from_port                    = 5432
  to_port                      = 5432
  ip_protocol                  = "tcp"
}

resource "aws_db_instance" "catalog" {
  identifier                  = "catalog"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  storage_encrypted           = true
  publicly_accessible         = true
  backup_retention_period     = 14
  manage_master_user_password = true
  username                    = "catalog"
  vpc_security_group_ids      = [aws_security_group.database.id]
}

resource "aws_s3_bucket" "pictures" {
  bucket = "shop-catalog-pictures"
}

resource "aws_s3_bucket_public_access_block" "pictures" {
  bucket                  = aws_s3_bucket.pictures.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pictures" {
  bucket = aws_s3_bucket.pictures.id
  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}

resource "aws_ecs_cluster" "catalog" {
  name = "catalog"
}

resource "aws_ecs_task_definition" "catalog" {
  family                   = "catalog"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name                   = "catalog"
    image                  = "111122223333.dkr.ecr.eu-central-1.amazonaws.com/catalog:1.14.2"
    essential              = true
    readonlyRootFilesystem = true
    portMappings           = [{ containerPort = 8080 }]
    environment            = [{ name = "BUCKET", value = aws_s3_bucket.pictures.bucket }]
  }])
}

resource "aws_ecs_service" "catalog" {
  name            = "catalog"
  cluster         = aws_ecs_cluster.catalog.id
  task_definition = aws_ecs_task_definition.catalog.arn
  desired_count   = 2
  launch_type     = "FARGATE"

  network_configuration {
    subnets          = var.subnets
    security_groups  = [aws_security_group.catalog.id]
    assign_public_ip = false
  }
}

resource "aws_iam_role" "task" {
  name               = "catalog-task"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

resource "aws_iam_role" "execution" {
  name               = "catalog-execution"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role_policy" "pictures" {
  name = "pictures"
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "Pictures"
      Effect   = "Allow"
      Action   = ["s3:GetObject", "s3:PutObject"]
      Resource = "${aws_s3_bucket.pictures.arn}/*"
    }]
  })
}
