variable "log_group" {
  type    = string
  default = null
}

variable "is_logged" {
  type = bool
}

resource "aws_cloudwatch_log_group" "api" {
  name = "api"
}

# fail: aws-api-gateway-stage-access-logging-off
resource "aws_api_gateway_stage" "silent" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "silent"
}

# fail: aws-api-gateway-stage-access-logging-off
resource "aws_api_gateway_stage" "nothing" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "nothing"

  dynamic "access_log_settings" {
    for_each = var.log_group == null ? [] : [var.log_group]

    content {
      destination_arn = access_log_settings.value
      format          = "$context.requestId"
    }
  }
}

# pass: aws-api-gateway-stage-access-logging-off
resource "aws_api_gateway_stage" "logged" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "logged"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.api.arn
    format          = "$context.requestId"
  }
}

# pass: aws-api-gateway-stage-access-logging-off
resource "aws_api_gateway_stage" "many" {
  for_each = toset(["prod", "test"])
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "${each.key}"

  access_log_settings {
    destination_arn = "arn:aws:logs:eu-west-1:111122223333:log-group:api"
    format          = jsonencode({ id = "$context.requestId" })
  }
}

# open: aws-api-gateway-stage-access-logging-off
resource "aws_api_gateway_stage" "perhaps" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "perhaps"

  dynamic "access_log_settings" {
    for_each = var.is_logged ? [1] : []

    content {
      destination_arn = aws_cloudwatch_log_group.api.arn
      format          = "$context.requestId"
    }
  }
}
