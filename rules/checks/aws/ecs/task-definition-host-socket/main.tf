variable "path" {
  type = string
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "socket" {
  family                = "socket"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "docker"
    host_path = "/var/run/docker.sock"
  }
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "root" {
  family                = "root"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name = "scratch"
  }

  volume {
    name      = "everything"
    host_path = "/"
  }
}

# pass: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "own" {
  family                = "own"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = "/srv/orders"
  }

  volume {
    name = "scratch"
  }
}

# open: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "given" {
  family                = "given"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = var.path
  }
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "twice" {
  family                = "twice"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = "//"
  }
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "dots" {
  family                = "dots"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = "/srv/../"
  }
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "spelled" {
  family                = "spelled"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = "/var//run/docker.sock"
  }
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "keys" {
  family                = "keys"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = "/root/.ssh"
  }
}

# fail: aws-ecs-task-definition-host-socket
resource "aws_ecs_task_definition" "jobs" {
  family                = "jobs"
  container_definitions = jsonencode([{ name = "app", image = "app" }])

  volume {
    name      = "data"
    host_path = "/etc/cron.d"
  }
}
