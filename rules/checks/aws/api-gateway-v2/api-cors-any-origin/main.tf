variable "origin" {
  type = string
}

# fail: aws-api-gateway-v2-api-cors-any-origin
resource "aws_apigatewayv2_api" "any" {
  name          = "any"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["*"]
  }
}

# pass: aws-api-gateway-v2-api-cors-any-origin
resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = ["https://shop.example.com"]
  }
}

# pass: aws-api-gateway-v2-api-cors-any-origin
resource "aws_apigatewayv2_api" "plain" {
  name          = "plain"
  protocol_type = "HTTP"
}

# open: aws-api-gateway-v2-api-cors-any-origin
resource "aws_apigatewayv2_api" "given" {
  name          = "given"
  protocol_type = "HTTP"

  cors_configuration {
    allow_origins = [var.origin]
  }
}
