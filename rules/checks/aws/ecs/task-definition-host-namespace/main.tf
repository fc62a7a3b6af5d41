variable "pid_mode" {
  type = string
}

# fail: aws-ecs-task-definition-host-namespace
resource "aws_ecs_task_definition" "processes" {
  family                = "processes"
  pid_mode              = "host"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

# fail: aws-ecs-task-definition-host-namespace
resource "aws_ecs_task_definition" "memory" {
  family                = "memory"
  ipc_mode              = "host"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

# pass: aws-ecs-task-definition-host-namespace
resource "aws_ecs_task_definition" "task" {
  family                = "task"
  pid_mode              = "task"
  ipc_mode              = "none"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

# pass: aws-ecs-task-definition-host-namespace
resource "aws_ecs_task_definition" "plain" {
  family                = "plain"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

# open: aws-ecs-task-definition-host-namespace
resource "aws_ecs_task_definition" "given" {
  family                = "given"
  pid_mode              = var.pid_mode
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}
