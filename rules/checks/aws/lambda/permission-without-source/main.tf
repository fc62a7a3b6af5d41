variable "source_arn" {
  type    = string
  default = null
}

variable "unknown" {
  type = string
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

resource "aws_s3_bucket" "uploads" {
  bucket = "uploads"
}

resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

# fail: aws-lambda-permission-without-source
resource "aws_lambda_permission" "any_bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  # fail: aws-lambda-permission-without-source
  principal = "s3.amazonaws.com"
}

# fail: aws-lambda-permission-without-source
resource "aws_lambda_permission" "null_default" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "events.amazonaws.com"
  source_arn    = var.source_arn
}

# fail: aws-lambda-permission-without-source
resource "aws_lambda_permission" "any_api" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "apigateway.amazonaws.com"
  # fail: aws-lambda-permission-without-source
  source_arn = "arn:aws:execute-api:us-east-1:*:*/*/*"
}

# fail: aws-lambda-permission-without-source
resource "aws_lambda_permission" "every_bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "s3.amazonaws.com"
  source_arn    = "arn:aws:s3:::*"
}

# pass: aws-lambda-permission-without-source
resource "aws_lambda_permission" "bucket" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "s3.amazonaws.com"
  source_arn    = aws_s3_bucket.uploads.arn
}

# pass: aws-lambda-permission-without-source
resource "aws_lambda_permission" "api" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_api_gateway_rest_api.shop.execution_arn}/*/*"
}

# pass: aws-lambda-permission-without-source
resource "aws_lambda_permission" "composed" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "logs.amazonaws.com"
  source_arn    = "arn:aws:logs:${data.aws_region.current.name}:${data.aws_caller_identity.current.account_id}:log-group:*"
}

# pass: aws-lambda-permission-without-source
resource "aws_lambda_permission" "account" {
  action         = "lambda:InvokeFunction"
  function_name  = "orders"
  principal      = "config.amazonaws.com"
  source_account = data.aws_caller_identity.current.account_id
}

# pass: aws-lambda-permission-without-source
resource "aws_lambda_permission" "alexa" {
  action             = "lambda:InvokeFunction"
  function_name      = "skill"
  principal          = "alexa-appkit.amazon.com"
  event_source_token = "amzn1.ask.skill.1"
}

# An account, no service: nothing to confuse.
resource "aws_lambda_permission" "other_account" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "arn:aws:iam::111122223333:root"
}

# open: aws-lambda-permission-without-source
resource "aws_lambda_permission" "unknown" {
  action        = "lambda:InvokeFunction"
  function_name = "orders"
  principal     = "sns.amazonaws.com"
  source_arn    = var.unknown
}
