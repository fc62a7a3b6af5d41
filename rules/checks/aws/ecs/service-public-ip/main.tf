variable "public" {
  type = bool
}

variable "public_by_default" {
  type    = bool
  default = true
}

# fail: aws-ecs-service-public-ip
resource "aws_ecs_service" "public" {
  name = "public"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    # fail: aws-ecs-service-public-ip
    assign_public_ip = true
  }
}

# fail: aws-ecs-service-public-ip
resource "aws_ecs_service" "by_default" {
  name = "by-default"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = var.public_by_default
  }
}

# pass: aws-ecs-service-public-ip
resource "aws_ecs_service" "private" {
  name = "private"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = "false"
  }
}

# pass: aws-ecs-service-public-ip
resource "aws_ecs_service" "absent" {
  name = "absent"

  network_configuration {
    subnets = ["subnet-0123456789abcdef0"]
  }
}

# pass: aws-ecs-service-public-ip
resource "aws_ecs_service" "bridge" {
  name = "bridge"
}

# open: aws-ecs-service-public-ip
resource "aws_ecs_service" "given" {
  name = "given"

  network_configuration {
    subnets          = ["subnet-0123456789abcdef0"]
    assign_public_ip = var.public
  }
}
