variable "privileged" {
  type = bool
}

variable "agent_privileged" {
  type    = bool
  default = true
}

# fail: aws-ecs-task-definition-privileged-container
resource "aws_ecs_task_definition" "encoded" {
  family = "encoded"
  container_definitions = jsonencode([
    { name = "app", image = "app", essential = true },
    { name = "agent", image = "agent", privileged = var.agent_privileged },
  ])
}

# fail: aws-ecs-task-definition-privileged-container
resource "aws_ecs_task_definition" "text" {
  family                = "text"
  container_definitions = <<-JSON
    [
      {
        "name": "build",
        "image": "docker:dind",
        "privileged": true
      }
    ]
  JSON
}

# pass: aws-ecs-task-definition-privileged-container
resource "aws_ecs_task_definition" "plain" {
  family = "plain"
  container_definitions = jsonencode([
    { name = "app", image = "app" },
    { name = "proxy", image = "proxy", privileged = false },
    { name = "log", image = "log", privileged = null },
  ])
}

# open: aws-ecs-task-definition-privileged-container
resource "aws_ecs_task_definition" "given" {
  family                = "given"
  container_definitions = jsonencode([{ name = "app", image = "app", privileged = var.privileged }])
}

# open: aws-ecs-task-definition-privileged-container
resource "aws_ecs_task_definition" "template" {
  family                = "template"
  container_definitions = templatefile("${path.module}/missing.json.tpl", {})
}

# fail: aws-ecs-task-definition-privileged-container
resource "aws_ecs_task_definition" "literal" {
  family = "literal"
  container_definitions = jsonencode([
    { name = "app", image = "app", essential = true },
    {
      name  = "agent"
      image = "agent"
      # fail: aws-ecs-task-definition-privileged-container
      privileged = true
    },
  ])
}

# Fargate takes no such task.
resource "aws_ecs_task_definition" "fargate" {
  family                   = "fargate"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = jsonencode([{ name = "app", image = "app", privileged = true }])
}

resource "aws_ecs_task_definition" "rendered" {
  family                   = "rendered"
  requires_compatibilities = ["FARGATE"]
  container_definitions    = templatefile("${path.module}/missing.json.tpl", {})
}
