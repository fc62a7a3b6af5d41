variable "authorization" {
  type    = string
  default = "NONE"
}

variable "unknown" {
  type = string
}

variable "methods" {
  type    = set(string)
  default = ["GET", "OPTIONS"]
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_api_gateway_resource" "orders" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  parent_id   = aws_api_gateway_rest_api.shop.root_resource_id
  path_part   = "orders"
}

# fail: aws-api-gateway-method-without-authorization
resource "aws_api_gateway_method" "public" {
  rest_api_id = aws_api_gateway_rest_api.shop.id
  resource_id = aws_api_gateway_resource.orders.id
  http_method = "POST"
  # fail: aws-api-gateway-method-without-authorization
  authorization = "NONE"
}

# An API key is no authorization.
# fail: aws-api-gateway-method-without-authorization
resource "aws_api_gateway_method" "key_only" {
  rest_api_id      = aws_api_gateway_rest_api.shop.id
  resource_id      = aws_api_gateway_resource.orders.id
  http_method      = "DELETE"
  authorization    = "NONE"
  api_key_required = true
}

# fail: aws-api-gateway-method-without-authorization
resource "aws_api_gateway_method" "by_default" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "ANY"
  authorization = var.authorization
}

# GET is reported, OPTIONS is not.
# fail: aws-api-gateway-method-without-authorization
resource "aws_api_gateway_method" "each" {
  for_each      = var.methods
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = each.value
  authorization = "NONE"
}

resource "aws_api_gateway_method" "preflight" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "OPTIONS"
  authorization = "NONE"
}

# pass: aws-api-gateway-method-without-authorization
resource "aws_api_gateway_method" "signed" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "PUT"
  authorization = "AWS_IAM"
}

# open: aws-api-gateway-method-without-authorization
resource "aws_api_gateway_method" "unknown" {
  rest_api_id   = aws_api_gateway_rest_api.shop.id
  resource_id   = aws_api_gateway_resource.orders.id
  http_method   = "PATCH"
  authorization = var.unknown
}

# The body of an API makes methods of its own.
resource "aws_api_gateway_rest_api" "imported" {
  name = "imported"
  body = jsonencode({
    openapi = "3.0.1"
    paths = {
      "/orders" = {
        # fail: aws-api-gateway-method-without-authorization
        get = { operationId = "list" }
        # fail: aws-api-gateway-method-without-authorization
        post = { security = [] }
        # pass: aws-api-gateway-method-without-authorization
        put = { security = [{ caller = [] }] }
        # open: aws-api-gateway-method-without-authorization
        patch   = { security = var.unknown }
        options = {}
      }
    }
    components = {
      securitySchemes = {
        caller = { type = "apiKey", name = "Authorization", in = "header", x-amazon-apigateway-authtype = "awsSigv4" }
      }
    }
  })
}
