variable "readonly" {
  type = bool
}

# fail: aws-ecs-task-definition-writable-root-filesystem
resource "aws_ecs_task_definition" "silent" {
  family                = "silent"
  container_definitions = jsonencode([{ name = "app", image = "app" }])
}

# fail: aws-ecs-task-definition-writable-root-filesystem
resource "aws_ecs_task_definition" "off" {
  family                = "off"
  container_definitions = jsonencode([{ name = "app", image = "app", readonlyRootFilesystem = false }])
}

# pass: aws-ecs-task-definition-writable-root-filesystem
resource "aws_ecs_task_definition" "on" {
  family                = "on"
  container_definitions = jsonencode([{ name = "app", image = "app", readonlyRootFilesystem = true }])
}

# open: aws-ecs-task-definition-writable-root-filesystem
resource "aws_ecs_task_definition" "given" {
  family                = "given"
  container_definitions = jsonencode([{ name = "app", image = "app", readonlyRootFilesystem = var.readonly }])
}
