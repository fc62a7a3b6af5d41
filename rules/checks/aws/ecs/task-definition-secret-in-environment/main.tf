# fail: aws-ecs-task-definition-secret-in-environment
resource "aws_ecs_task_definition" "literal" {
  family = "literal"
  container_definitions = jsonencode([
    { name = "app", image = "app", environment = [
      { name = "STAGE", value = "prod" },
      { name = "DB_PASSWORD", value = "example-password-1" },
    ] },
  ])
}

# pass: aws-ecs-task-definition-secret-in-environment
resource "aws_ecs_task_definition" "reference" {
  family = "reference"
  container_definitions = jsonencode([
    {
      name  = "app"
      image = "app"
      environment = [
        { name = "STAGE", value = "prod" },
        { name = "TOKEN_TTL", value = "3600" },
        { name = "DB_SECRET", value = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db" },
      ]
      secrets = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db" }]
    },
  ])
}

variable "password" {
  type      = string
  sensitive = true
}

# open: aws-ecs-task-definition-secret-in-environment
resource "aws_ecs_task_definition" "given" {
  family = "given"
  container_definitions = jsonencode([
    { name = "app", image = "app", environment = [{ name = "DB_PASSWORD", value = var.password }] },
  ])
}

# fail: aws-ecs-task-definition-secret-in-environment
resource "aws_ecs_task_definition" "password_in_url" {
  family = "password-in-url"
  container_definitions = jsonencode([
    { name = "app", image = "app", environment = [
      { name = "DATABASE_URL", value = "postgres://orders:example-password-1@db.internal/orders" },
    ] },
  ])
}

# pass: aws-ecs-task-definition-secret-in-environment
resource "aws_ecs_task_definition" "url_without_password" {
  family = "url-without-password"
  container_definitions = jsonencode([
    { name = "app", image = "app", environment = [
      { name = "DATABASE_URL", value = "postgres://db.internal/orders" },
      { name = "QUEUE_URL", value = var.password },
    ] },
  ])
}
