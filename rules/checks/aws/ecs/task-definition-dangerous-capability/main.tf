variable "capability" {
  type = string
}

# fail: aws-ecs-task-definition-dangerous-capability
resource "aws_ecs_task_definition" "admin" {
  family = "admin"
  container_definitions = jsonencode([
    { name = "app", image = "app" },
    { name = "agent", image = "agent", linuxParameters = { capabilities = { add = ["SYS_ADMIN"], drop = ["ALL"] } } },
  ])
}

# pass: aws-ecs-task-definition-dangerous-capability
resource "aws_ecs_task_definition" "small" {
  family = "small"
  container_definitions = jsonencode([
    { name = "app", image = "app", linuxParameters = { capabilities = { add = ["NET_BIND_SERVICE"], drop = ["ALL"] } } },
  ])
}

# open: aws-ecs-task-definition-dangerous-capability
resource "aws_ecs_task_definition" "given" {
  family = "given"
  container_definitions = jsonencode([
    { name = "app", image = "app", linuxParameters = { capabilities = { add = [var.capability] } } },
  ])
}

# fail: aws-ecs-task-definition-dangerous-capability
resource "aws_ecs_task_definition" "kernel_name" {
  family = "kernel-name"
  container_definitions = jsonencode([
    { name = "app", image = "app", linuxParameters = { capabilities = { add = ["CAP_SYS_ADMIN"] } } },
  ])
}

# Fargate takes no such task.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "app", image = "app", linuxParameters = { capabilities = { add = ["SYS_ADMIN"] } } }])
}

resource "aws_ecs_task_definition" "rendered" {
  family                   = "rendered"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = templatefile("${path.module}/missing.json.tpl", {})
}
