variable "authorization" {
  type    = string
  default = null
}

variable "unknown" {
  type = string
}

variable "stage" {
  type = string
}

resource "aws_apigatewayv2_api" "shop" {
  name          = "shop"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.shop.id
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]
  name             = "jwt"
}

# fail: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "public" {
  api_id = aws_apigatewayv2_api.shop.id
  # fail: aws-api-gateway-v2-route-without-authorization
  route_key = "POST /refunds"
}

# fail: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "none" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "GET /refunds"
  # fail: aws-api-gateway-v2-route-without-authorization
  authorization_type = "NONE"
}

# fail: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "null_default" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "ANY /${var.stage}/{proxy+}"
  authorization_type = var.authorization
}

# fail: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "everything_else" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "$default"
}

# fail: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "socket" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "$connect"
}

# Callers of a WebSocket API are authorized when they connect.
resource "aws_apigatewayv2_route" "message" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "sendmessage"
}

resource "aws_apigatewayv2_route" "preflight" {
  api_id    = aws_apigatewayv2_api.shop.id
  route_key = "OPTIONS /{proxy+}"
}

# pass: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "jwt" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "PUT /refunds"
  authorization_type = "JWT"
  authorizer_id      = aws_apigatewayv2_authorizer.jwt.id
}

# open: aws-api-gateway-v2-route-without-authorization
resource "aws_apigatewayv2_route" "unknown" {
  api_id             = aws_apigatewayv2_api.shop.id
  route_key          = "DELETE /refunds"
  authorization_type = var.unknown
}

# The body of an API makes routes of its own.
resource "aws_apigatewayv2_api" "imported" {
  name          = "imported"
  protocol_type = "HTTP"
  body          = <<-YAML
    openapi: 3.0.1
    security:
      - jwt: []
    paths:
      /orders:
        get:
          operationId: list
        post:
          operationId: create
          # fail: aws-api-gateway-v2-route-without-authorization
          security: []
    components:
      securitySchemes:
        jwt:
          type: oauth2
          x-amazon-apigateway-authorizer:
            # pass: aws-api-gateway-v2-route-without-authorization
            type: jwt
  YAML
}
