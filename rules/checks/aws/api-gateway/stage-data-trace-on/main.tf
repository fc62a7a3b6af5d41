variable "trace" {
  type = bool
}

# fail: aws-api-gateway-stage-data-trace-on
resource "aws_api_gateway_stage" "traced" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "traced"
}

resource "aws_api_gateway_method_settings" "traced" {
  rest_api_id = aws_api_gateway_stage.traced.rest_api_id
  stage_name  = aws_api_gateway_stage.traced.stage_name
  method_path = "*/*"

  settings {
    logging_level      = "INFO"
    # fail: aws-api-gateway-stage-data-trace-on
    data_trace_enabled = true
  }
}

# pass: aws-api-gateway-stage-data-trace-on
resource "aws_api_gateway_stage" "quiet" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "quiet"
}

resource "aws_api_gateway_method_settings" "quiet" {
  rest_api_id = aws_api_gateway_stage.quiet.rest_api_id
  stage_name  = aws_api_gateway_stage.quiet.stage_name
  method_path = "*/*"

  settings {
    logging_level = "INFO"
  }
}

# open: aws-api-gateway-stage-data-trace-on
resource "aws_api_gateway_stage" "given" {
  rest_api_id   = "abc123"
  deployment_id = "def456"
  stage_name    = "given"
}

resource "aws_api_gateway_method_settings" "given" {
  rest_api_id = aws_api_gateway_stage.given.rest_api_id
  stage_name  = aws_api_gateway_stage.given.stage_name
  method_path = "*/*"

  settings {
    data_trace_enabled = var.trace
  }
}
